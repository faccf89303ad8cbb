"""A run that takes its time, to be killed: ``python -m tests.batch.slow_run OUTPUT PAUSE [OPTION=VALUE]``."""

import json
import sys
from time import sleep

from claimx.batch.run import run_batch
from claimx.batch.termination import INTERRUPTED, terminated_as_interrupted
from claimx.errors import ClaimxError
from tests.batch.fakes import make_job, open_fake, read_fake


def main():
    output, pause = sys.argv[1], float(sys.argv[2])
    options = {name: json.loads(value) for name, value in (option.split("=") for option in sys.argv[3:])}

    def read(articles):
        sleep(pause)
        return read_fake(articles)

    print("runs", flush=True)
    try:
        with terminated_as_interrupted():
            run_batch(make_job(output, **options), read, open_fake)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except ClaimxError as error:
        print(error, file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
