"""What stands in the way of writing."""

from __future__ import annotations

from generator.codes.code import Code

LNK001 = Code(
    "LNK001",
    "error",
    "link that leads nowhere",
    """A table links to a Markdown file that is not among the tables. Links that we write always
lead to a table; one in a description may not. `check_links` of the settings turns this check on.

Correct the description:

    description: See [the limits](../models/limits.md).""",
)
TPL001 = Code(
    "TPL001",
    "error",
    "template that does not render",
    """A template has a mistake in its syntax, or asks for something that its view does not have.

Templates are Jinja2 with strict undefined names. A file in the folder `templates` of the settings
replaces the built-in one of the same name; copy that one and change it step by step.

    {{ view.nmae }}        {# the view has a name #}""",
)
TPL002 = Code(
    "TPL002",
    "warning",
    "template that nothing uses",
    """A file in the folder `templates` of the settings is called like none of our templates, and no
other template there names it. Nothing is rendered with it.

    my-templates/markdown/object.md.jinja   replaces ours
    my-templates/markdown/objects.md.jinja  does nothing

docs/templates.md lists the names. A template may also be used by another one, with `include`,
`import` or `extends`.""",
)
FMT001 = Code(
    "FMT001",
    "error",
    "formatter failed",
    """The formatter refused the generated Python, which means that a template (or we) wrote
something that is not Python.

    typewright generate --formatter none

writes it as it is, so that you can look at it.""",
)
WRT001 = Code(
    "WRT001",
    "error",
    "file of somebody else",
    """A file to be written is there already, with other content, and was not written by typewright.

What typewright writes is listed in `.typewright-files` of the output folder; keep that list under
version control. Move the file away or delete it, or choose another output folder:

    typewright generate -o somewhere/else""",
)
WRT002 = Code(
    "WRT002",
    "error",
    "path outside the output folder",
    """A file name would lead out of the output folder, through `..`, an absolute path or a symbolic
link, or holds characters that no file name can have everywhere. Nothing was written.

    generated/models -> /usr/lib        # a symbolic link

Remove the link, or choose another output folder.""",
)
WRT003 = Code(
    "WRT003",
    "error",
    "two files of one name",
    """Two files have names that only differ in case, which macOS and Windows take for one; or a
module is called like a folder beside it, which Python takes for one.

    templates/Models/a.py and templates/models/a.py
    models/pet.py and models/pet/makerequest.py      # operations_path = "models/pet"

Rename one of the two.""",
)
WRT004 = Code(
    "WRT004",
    "error",
    "cannot write",
    """The operating system refused to write (no space, no permission …). Everything was put back:
the output folder is as it was before.

    df -h . ; ls -ld generated

show the space that is left, and who may write.""",
)
WRT005 = Code(
    "WRT005",
    "warning",
    "edited file kept",
    """The model of this file is gone, but somebody edited the file after typewright wrote it, so it
was not deleted. It is no longer listed as ours; delete it when nobody needs it.

    git log -- generated/models/pet.py

shows who changed it.""",
)
WRT006 = Code(
    "WRT006",
    "warning",
    "output of another run replaced",
    """The last run into this output folder read another description, which is still there and is
not named any more; what was written from it is replaced or removed, since a run leaves nothing but
its own files. Two runs that share a folder undo each other's work.

    typewright generate orders.yaml users.yaml -o generated

writes both. Or give each an `output` of its own.""",
)
