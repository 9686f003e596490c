"""What the parts of all documents are made of."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """Base of the parts of a document: nothing but its fields, and nothing changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Document(Record):
    """Base of whole documents, which are written as JSON and have a schema."""

    def to_json(self) -> str:
        """Return the document as JSON text."""
        return self.model_dump_json(by_alias=True, indent=1) + "\n"

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """Return the JSON Schema of the document."""
        schema = cls.model_json_schema(by_alias=True, mode="serialization")
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


class Spread(Record):
    """Mean and quantiles over the draws."""

    mean: float
    q05: float
    q25: float
    q50: float
    q75: float
    q95: float
