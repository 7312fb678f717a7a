import BisectionLog

/// Parses a log and counts everything in it, so that nothing of it can be left for later.
func everything(in bytes: [UInt8]) -> Int {
  let log = BisectionLog(parsing: bytes)
  var count = log.lineKinds.count + log.gitCommands.count + log.notices.count
  for step in log.steps { count += step.runs.count + 1 }
  count += log.culprit?.files.count ?? 0
  guard let crash = log.crash else { return count }
  count += crash.sections.count + crash.headlines.count + crash.marks.count + crash.sources.count
  for stack in crash.stacks { count += stack.frames.count + stack.label.utf8.count }
  return count
}
