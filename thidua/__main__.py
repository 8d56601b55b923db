"""``python -m thidua``."""

from __future__ import annotations

import sys

from thidua.cli.main import main

sys.exit(main())
