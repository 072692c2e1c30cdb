"""Says of each document in a file whether it is valid: python python.py SCHEMA DOCUMENTS."""

import json
import sys
import warnings
from pathlib import Path

# Python says so of patterns that it may read in another way one day.
warnings.simplefilter("error", FutureWarning)
from jsonschema import Draft202012Validator

schema, documents = (json.loads(Path(file).read_text("utf-8")) for file in sys.argv[1:])
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
print("".join("1" if validator.is_valid(document) else "0" for document in documents))
