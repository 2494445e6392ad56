"""``tqcheck lint``: findings, fixes or a diff for files, folders and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from tqcheck import report
from tqcheck.batch import Rules, look_at_all
from tqcheck.cli.engine import beside, tool_of
from tqcheck.cli.options import codes, processes, resolve, selection
from tqcheck.cli.summary import progress, summarise
from tqcheck.cli.terminal import complain, emit, emit_bytes, painter, say
from tqcheck.config import FAIL_ON, Config
from tqcheck.errors import ConfigError, TqcheckError
from tqcheck.formats import FORMATS
from tqcheck.job import Job, Mode, Outcome, exit_code
from tqcheck.report import FileReport, Manner
from tqcheck.source import Source
from tqcheck.walk import Found, Patterns, Walk, find

STDIN = "-"


@click.command(name="lint")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--diff", is_flag=True, help="Print the fixes as a patch, write nothing.")
@click.option("--fix", is_flag=True, help="Apply safe fixes and report what remains.")
@click.option("--unsafe-fixes", is_flag=True, help="Take unsafe fixes too.")
@click.option(
    "--only",
    multiple=True,
    metavar="ID",
    callback=codes,
    help="Take only the fix of the finding with this fingerprint; repeatable.",
)
@selection
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="Lowest severity that makes the exit code 1 (default: minor).",
)
@click.option(
    "--output-format",
    type=click.Choice(report.NAMES),
    help="How findings are written (default: full).",
)
@click.option(
    "--output-file",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the report, or the patch, to a file.",
)
@click.option(
    "--languagetool",
    "tool_server",
    metavar="auto|URL|off",
    help="Ask LanguageTool too: start what is installed, or use a server (default: off).",
)
@click.option(
    "--require-languagetool", is_flag=True, help="Exit with 2 where LanguageTool can't be used."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 though there are findings.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option(
    "--jobs",
    metavar="N|auto",
    default="auto",
    callback=processes,
    help="How many processes look (default: auto, as many as pay).",
)
@click.option(
    "--cache/--no-cache",
    default=None,
    help="Take what was found in unchanged files from the last run (default), or look again.",
)
@click.option(
    "--cache-dir",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep results in this folder (default: the user's cache folder).",
)
@click.option(
    "--format",
    metavar="NAME",
    type=click.Choice(tuple(FORMATS)),
    help=f"What all files are, whatever their suffix: {', '.join(FORMATS)}.",
)
@click.option(
    "--docx-comments",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write copies of Word documents there, with the findings as comments.",
)
@click.option("--show-regions", is_flag=True, help="Print what is seen as prose, and stop.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input (PATH -).")
@click.option("--force-exclude", is_flag=True, help="Leave out excluded paths though named.")
@click.option("--no-respect-gitignore", is_flag=True, help="Look at files that git ignores.")
@click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    help="Colour the report (default: auto, which heeds NO_COLOR and FORCE_COLOR).",
)
@click.option("-q", "--quiet", is_flag=True, help="No summary; errors are told all the same.")
@click.option("-v", "--verbose", is_flag=True, help="Tell configuration, files and details.")
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Look for marks of translation and scraping in files and folders; "-" reads stdin."""
    _refuse_contradictions(paths, given)
    stdin = STDIN in paths
    named = [given["stdin_filename"]] if stdin and given["stdin_filename"] else []
    config = resolve(given, [Path(path) for path in (*paths, *named) if path != STDIN])
    config = replace(config, format=given["format"] or "", languagetool=tool_of(config, given))
    if given["verbose"]:
        say(f"configuration: {config.path or 'none'}")
    mode = Mode.DIFF if given["diff"] else Mode.FIX if given["fix"] else Mode.CHECK
    job = Job(config, mode, given["unsafe_fixes"], frozenset(given["only"]))
    alone = config.languagetool.server == "off"
    rules = Rules(config, kept=mode is Mode.CHECK and not stdin and alone)
    root = str(config.root.absolute())
    walk = Walk(
        Patterns(root, config.exclude),
        Patterns(root, tuple(pattern for pattern, _ in config.formats)),
        not given["no_respect_gitignore"],
        given["force_exclude"],
    )
    if given["show_regions"]:
        from tqcheck.cli.regions import show_regions

        return show_regions(find(paths, walk), rules.read(), job)
    problems: list[TqcheckError] = []
    with beside(config, problems) as also:
        job = replace(job, also=also)
        if stdin:
            outcomes, found = _read_stdin(rules, job, walk, given["stdin_filename"] or STDIN)
        else:
            found = find(paths, walk)
            outcomes = _looked(found, rules, job, given)
    problems += (*found.problems, *_asked_in_vain(outcomes, job))
    if job.mode is Mode.DIFF:
        emit(_patch(outcomes), given["output_file"])
    else:
        pieces = _report(outcomes, rules, config, given)
        emit(pieces, given["output_file"], to_stderr=stdin and job.mode is Mode.FIX)
    if given["docx_comments"]:
        from tqcheck.cli.margin import write_comments

        problems += write_comments(outcomes, given["docx_comments"], quiet=given["quiet"])
    for problem in (*problems, *(one for outcome in outcomes for one in outcome.problems)):
        complain(problem)
    summarise(outcomes, found, job, quiet=given["quiet"], statistics=given["statistics"])
    code = exit_code(outcomes, job.mode, config.fail_on, len(problems))
    return 0 if code == 1 and given["exit_zero"] else code


def _refuse_contradictions(paths: Sequence[str], given: Mapping[str, Any]) -> None:
    """Options that say nothing together are an error, never a guess."""
    if given["diff"] and given["fix"]:
        raise click.UsageError("--diff writes nothing and --fix writes: give one of them.")
    if given["only"] and not (given["diff"] or given["fix"]):
        raise click.UsageError("--only needs --fix or --diff.")
    if given["docx_comments"] and (STDIN in paths or given["diff"] or given["fix"]):
        raise click.UsageError("--docx-comments goes with files and folders, and mends nothing.")
    if given["show_regions"] and (STDIN in paths or given["diff"] or given["fix"]):
        raise click.UsageError("--show-regions goes with files and folders, and mends nothing.")
    if STDIN in paths and len(paths) > 1:
        raise click.UsageError("PATH “-” (standard input) goes with no other path.")
    if given["stdin_filename"] and STDIN not in paths:
        raise click.UsageError("--stdin-filename goes with PATH “-”.")


def _looked(found: Found, rules: Rules, job: Job, given: Mapping[str, Any]) -> list[Outcome]:
    """The outcomes in the order of the files."""
    outcomes: dict[int, Outcome] = {}
    try:
        if given["verbose"]:
            for number, target in enumerate(found.targets):
                say(f"looking at {target.name}")
                ((_, outcomes[number]),) = look_at_all([target], job, rules)
                if outcomes[number].looked:
                    from tqcheck.cli.learned import tell

                    tell(target, rules.read(), job)
        else:
            looked = look_at_all(found.targets, job, rules, given["jobs"])
            with closing(looked):
                outcomes.update(progress(looked, len(found.targets), given["quiet"]))
    finally:
        rules.save()
    return [outcomes[number] for number in sorted(outcomes)]


def _read_stdin(rules: Rules, job: Job, walk: Walk, name: str) -> tuple[list[Outcome], Found]:
    """Do the job on standard input; under --fix the text, mended or not, goes to stdout."""
    from tqcheck.run import look_at

    data = sys.stdin.buffer.read()
    path = Path(name)
    excluded = walk.force_exclude and walk.exclude.verdict(str(path.absolute()))
    outcomes = [] if excluded else [look_at(name, path, data, rules.read(), job)]
    rules.save()
    if job.mode is Mode.FIX:
        mended = [one.source.encode() for one in outcomes if one.source and not one.problems]
        emit_bytes(mended[0] if mended else data)
    return outcomes, Found((), (), int(bool(excluded)))


def _report(
    outcomes: Sequence[Outcome], rules: Rules, config: Config, given: Mapping[str, Any]
) -> Iterator[str]:
    """The findings in the output format asked for, files in order of their names."""
    reports = [FileReport(one.source, one.findings) for one in outcomes if one.source]
    reports.sort(key=lambda one: one.source.path)
    if config.output_format == "github":
        reports = [FileReport(_in_workspace(one.source), one.findings) for one in reports]
    whys = {code: said[-1] for code, said in rules.cards.items()}
    paint = painter(given["color"], to_file=given["output_file"] is not None)
    return report.load(config.output_format)(reports, Manner(paint, whys))


def _in_workspace(source: Source) -> Source:
    """The source under its path from the workspace, as GitHub's annotations want it."""
    workspace = os.environ.get("GITHUB_WORKSPACE", "")
    path = os.path.relpath(source.path, workspace) if workspace else source.path
    return source if path.startswith(os.pardir) else replace(source, path=path)


def _patch(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in sorted(outcomes, key=lambda one: one.name):
        yield outcome.diff


def _asked_in_vain(outcomes: Sequence[Outcome], job: Job) -> Iterator[TqcheckError]:
    """Fingerprints of --only that no file holds; paths whose files are all passed over."""
    if outcomes and all(outcome.skipped for outcome in outcomes):
        yield TqcheckError("the paths", "hold no prose: nothing was looked at")
    held = frozenset[str]().union(*(outcome.known for outcome in outcomes))
    for fingerprint in sorted(job.only - held):
        todo = "see “fingerprint” in --output-format json"
        yield ConfigError(f"--only {fingerprint}", "no finding has this fingerprint", todo)
