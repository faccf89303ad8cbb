"""Words of harm where no person came to harm: no claims."""

from tests.behaviour.case import nothing

CASES = (
    nothing("Wolves killed 14 sheep on a farm near Piacenza, and the farmer wants leave to shoot them."),
    nothing("An outbreak of bird flu has killed 300,000 hens in Overijssel; the sheds have been disinfected."),
    nothing("Leinster murdered Glasgow by forty points on Saturday. The visitors simply died in the last quarter."),
    nothing(
        "Grandmaster Anik Sarwar sacrificed two pawns and a knight, then killed off the attack on the queen's side."
    ),
    nothing(
        "In the new game Iron Harvest: Ashes players command a squad of twelve, and losing more than three soldiers "
        "means starting the mission again."
    ),
    nothing("The mix-up over the invitations wounded the president's pride more than she cared to admit."),
    nothing("Shares in the airline took a beating on Thursday as the cost of fuel bit: a bloodbath, one broker said."),
    nothing("Police arrested 23 people at the demonstration in Lyon and seized a crate of fireworks."),
    nothing("Some 40,000 people were driven from their homes by the rising river. They are sleeping in schools."),
    nothing(
        "The actor Bengt Hallqvist died in his sleep at home on Lidingo at the age of 94, his family said. He had been "
        "frail for some years."
    ),
    nothing("Her new novel, in which an inspector hunts the killer of five bankers, has sold 200,000 copies."),
    nothing(
        "A storm cut power to 90,000 households in Brittany and blew down a church spire. Trains are back to normal."
    ),
    nothing("The bill to abolish the death penalty was killed in committee by 12 votes to nine."),
    nothing("The two men were jailed for 11 years for attempted robbery and are to appeal, their lawyer said."),
)
