import BisectionLog

/// What a log says, in a line for each tested revision and one for the commit it blames.
func summary(of bytes: [UInt8]) -> [String] {
  let log = BisectionLog(parsing: bytes)
  var lines = ["\(log.direction) bisection of “\(log.string(log.crash?.title) ?? "no report")”"]
  for step in log.steps {
    lines.append("line \(step.line): \(log.string(step.commit).prefix(12)) \(step.result)")
  }
  guard let culprit = log.culprit else { return lines + ["\(log.outcome.kind)"] }
  return lines + ["\(log.string(culprit.commit).prefix(12)) “\(log.string(culprit.title) ?? "")”"]
}
