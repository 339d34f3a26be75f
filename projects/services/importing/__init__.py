"""Import of projects: `import_projects` reads a file, checks it and saves it. The format stands in ../exchange."""

from projects.services.importing.report import CsvReport, JsonReport, Problem, Report, Unreadable
from projects.services.importing.run import Options, import_projects

__all__ = ["CsvReport", "JsonReport", "Options", "Problem", "Report", "Unreadable", "import_projects"]
