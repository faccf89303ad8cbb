"""Threats, plans, warnings, rates and general talk: nothing has happened, so there are no claims."""

from tests.behaviour.case import nothing

CASES = (
    nothing("A breach of the upper dam could kill thousands of people downstream, the engineers warned."),
    nothing('"We will kill ten of you for each of ours," the leaflet said.'),
    nothing("Commanders were told to take every precaution to avoid civilian casualties in the offensive."),
    nothing("The cell had planned to kidnap a judge and to shoot his bodyguards, according to the charge sheet."),
    nothing("If the vaccine does not come before the rains, many children will die, the clinic's director said."),
    nothing("He was charged with murder on Wednesday and remanded in custody by a court in Derby."),
    nothing("The killings continue, the bishop wrote, and the world looks away. When will the bloodshed end?"),
    nothing("The murder rate in the capital fell by a fifth last year to 6.3 per 100,000 inhabitants."),
    nothing("Divers searched the wreck for a second day and hoped to find nobody inside."),
    nothing("The exercise supposed an explosion in the metro with fifty dead and three hundred injured."),
)
