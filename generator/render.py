"""View × template → text. Templates only lay out; every decision is made before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError
from jinja2.exceptions import TemplateSyntaxError
from jinja2.utils import missing

from generator.codes import TPL001
from generator.report import Report, TypewrightError
from generator.showing.suggest import did_you_mean
from generator.source import Location, Source
from generator.template_folder import built_in_templates

_HINT = "\nhelp: "
"""What stands between a message and its hint."""
_KINDS: Mapping[type, str] = {str: "text", list: "list", tuple: "list"}


def render(name: str, view: object, folder: str = "") -> str:
    """Return the text of a template, which sees the view as `view`.

    Templates of the user's `folder` count first. Raises `TypewrightError` when the template has a
    mistake.
    """
    environment = _environment(folder)
    try:
        return _template(environment, name).render(view=view)
    except Exception as error:  # a template may do anything: whatever it raises is its mistake
        raise TypewrightError(_mistake(environment, name, error)) from error


def read_anew() -> None:
    """Forget the templates that were read: those of users change while a program goes on."""
    _environment.cache_clear()
    _template.cache_clear()


@cache
def _environment(folder: str) -> Environment:
    ours = str(built_in_templates())
    folders = [folder, ours] if folder else [ours]
    environment = Environment(
        loader=FileSystemLoader(folders),
        undefined=Undefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    if not folder:
        # Our own templates ask for what there is; looking further takes time for every value.
        environment.getattr = getattr  # type: ignore[method-assign, assignment]
    return environment


@cache
def _template(environment: Environment, name: str) -> Template:
    found = environment.get_template(name)
    # Each rendering copies them: a chain of mappings takes as long as a whole small document.
    found.globals = dict(found.globals)
    return found


def _mistake(environment: Environment, name: str, error: Exception) -> Report:
    report = Report()
    said = error.message if isinstance(error, TemplateError) else str(error)
    said, _, hint = str(said or type(error).__name__).partition(_HINT)
    message = f"template '{name}': {said}"
    report.add(TPL001, message, _location(environment, name, error), hint)
    return report


def _location(environment: Environment, name: str, error: Exception) -> Location | None:
    """Find the line of a template that failed: in the error itself, or in its trace-back."""
    loader = environment.loader
    file = error.filename if isinstance(error, TemplateSyntaxError) else None
    line = error.lineno if isinstance(error, TemplateSyntaxError) else 0
    trace = error.__traceback__
    while trace is not None and not line:
        frame = trace.tb_frame
        if "__jinja_template__" in frame.f_globals or frame.f_code.co_filename.endswith(name):
            file, line = frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    if loader is None or not file or not Path(file).is_file():
        return None
    text = Path(file).read_text("utf-8")
    return Location(Source(Path(file).resolve().as_uri(), file, text, "memory"), line, 1)


class Undefined(StrictUndefined):
    """A name that there is not; what is said of it lists the names that there are."""

    @property
    def _undefined_message(self) -> str:
        value, name = self._undefined_obj, str(self._undefined_name)
        if value is missing:
            return f"there is no '{name}'{_HINT}{did_you_mean(name, ['view'], 'there is `view`')}"
        kind = _KINDS.get(type(value), type(value).__name__.removesuffix("View").lower())
        names = _names(value)
        near = did_you_mean(name, names)
        listed = f"it has {', '.join(names)}" if names else ""
        return f"this {kind} has no '{name}'{_HINT}{' '.join(filter(None, (near, listed)))}"


def _names(value: object) -> list[str]:
    """Return what a view has, its properties included."""
    if not is_dataclass(value):
        return []
    own = vars(type(value)).items()
    properties = [name for name, member in own if isinstance(member, property)]
    return [field.name for field in fields(value)] + properties
