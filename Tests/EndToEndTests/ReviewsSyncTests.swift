import Foundation
import TestSupport
import Testing

/// Decisions that three people share through git.
@Suite struct ReviewsSyncTests {
  private let folder: TemporaryFolder
  private let server: SmallRepository
  private let samples = ["timeout.txt", "fix-found.txt", "culprit-right.txt"].map {
    "Resources/samples/\($0)"
  }

  init() throws {
    folder = try TemporaryFolder()
    server = try SmallRepository(bare: true)
    for person in ["ann", "bob", "eve"] {
      try server.git(["clone", "--quiet", server.path, clone(person)])
    }
  }

  private func clone(_ person: String) -> String { "\(folder.path)/-\(person) x" }

  @discardableResult
  private func run(_ person: String, _ arguments: [String]) throws -> CommandRun {
    try CommandRun.bisectty(
      arguments,
      environment: [
        "BISECTTY_STORE": "\(folder.path)/\(person).sqlite", "BISECTTY_REVIEWER": person,
        "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_CONFIG_GLOBAL": "/dev/null",
      ])
  }

  @discardableResult
  private func sync(_ person: String) throws -> CommandRun {
    try run(person, ["reviews", "sync", clone(person)])
  }

  private func decide(_ person: String, _ log: Int, _ verdict: String) throws {
    try run(person, ["review", samples[log], "--verdict", verdict])
  }

  private func events(_ person: String) throws -> [String] {
    try run(person, ["reviews", "export"]).lines
  }

  /// Decisions from before a person took the name of now.
  @Test func tellsWhatStandsUnderAnotherName() throws {
    try decide("ann", 0, "correct")
    try run("ann", ["review", samples[1], "--verdict", "retest", "--reviewer", "root"])
    let first = try sync("ann")
    let untold = "1 event by root not published; where that is you"
    #expect(first.lines.contains { $0.hasPrefix(untold) })
    let own = try run("ann", ["reviews", "sync", clone("ann"), "--reviewer", "root"])
    #expect(own.status == 0, "\(own.errors)")
    #expect(try !sync("ann").text.contains("not published"))
    try sync("bob")
    #expect(try events("bob").count == 2)
  }

  @Test func threeClonesComeToTheSame() throws {
    try decide("ann", 0, "correct")
    try decide("bob", 0, "retest")
    try decide("eve", 1, "plausible")
    // The second and third begin histories of their own and find others' when they send.
    for person in ["ann", "bob", "eve", "ann", "bob"] {
      let done = try sync(person)
      #expect(done.status == 0, "\(done.errors)")
      #expect(done.errors.isEmpty)
    }
    let all = try events("ann")
    #expect(all.count == 3)
    #expect(try events("bob") == all)
    #expect(try events("eve") == all)
    #expect(
      try server.git(["ls-tree", "-r", "--name-only", "main"]).split(separator: "\n") == [
        "reviews/.gitattributes", "reviews/ann.jsonl", "reviews/bob.jsonl", "reviews/eve.jsonl",
      ])
  }

  @Test func twoDesksOfOnePersonJoin() throws {
    try decide("ann", 0, "correct")
    try run("bob", ["review", samples[1], "--verdict", "retest", "--reviewer", "ann"])
    try sync("ann")
    let other = try run("bob", ["reviews", "sync", clone("bob"), "--reviewer", "ann"])
    #expect(other.status == 0, "\(other.errors)")
    try sync("ann")
    #expect(try events("ann").count == 2)
    #expect(try events("ann") == events("bob"))
  }

  @Test func offlineNothingIsLostAndTheNextSyncCatchesUp() throws {
    try decide("ann", 0, "correct")
    let away = server.path + "-away"
    try FileManager.default.moveItem(atPath: server.path, toPath: away)
    let offline = try sync("ann")
    #expect(offline.status == 1)
    #expect(offline.errors.hasPrefix("bisectty: sync: fetch failed ("))
    #expect(offline.text.contains("committed\n"))
    try FileManager.default.moveItem(atPath: away, toPath: server.path)
    #expect(try sync("ann").status == 0)
    #expect(try sync("bob").status == 0)
    #expect(try events("bob") == events("ann"))
    #expect(try events("bob").count == 1)
  }

  @Test func aRejectedPushIsTriedAgain() throws {
    try decide("bob", 1, "retest")
    try sync("bob")
    try sync("ann")
    try decide("bob", 2, "correct")
    try sync("bob")
    // The server goes back, and takes bob's second commit just when ann's push comes in.
    let newer = try server.git(["rev-parse", "main"])
    try server.git(["update-ref", "refs/heads/kept", newer])
    try server.git(["update-ref", "refs/heads/main", "main~1"])
    let hook = try server.folder.write(
      "hooks/pre-receive",
      "#!/bin/sh\nunset GIT_QUARANTINE_PATH\nrm hooks/pre-receive\n"
        + "exec git update-ref refs/heads/main \(newer)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
    try decide("ann", 0, "correct")
    let done = try sync("ann")
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.text.contains("push was rejected ("))
    #expect(done.lines.last == "pushed to origin")
    try sync("bob")
    #expect(try events("ann").count == 3)
    #expect(try events("bob") == events("ann"))
  }

  @Test func namesOfPeopleAreNoPaths() throws {
    for name in ["../../x", "-rf", ".git", "Jörg <j@x>"] {
      try run("ann", ["review", samples[0], "--verdict", "correct", "--reviewer=\(name)"])
      let done = try run("ann", ["reviews", "sync", clone("ann"), "--reviewer=\(name)"])
      #expect(done.status == 0, "\(done.errors)")
    }
    let names = try server.git(["ls-tree", "--name-only", "main", "reviews/"])
    #expect(
      Set(names.split(separator: "\n")) == [
        "reviews/.gitattributes", "reviews/%2E.%2F..%2Fx.jsonl", "reviews/%2Drf.jsonl",
        "reviews/%2Egit.jsonl", "reviews/J%C3%B6rg%20%3Cj@x%3E.jsonl",
      ])
  }

  @Test func whatIsNoRepositoryIsStatus66() throws {
    for place in ["/absent", folder.path] {
      let refused = try run("ann", ["reviews", "sync", place])
      #expect(refused.status == 66)
      #expect(refused.errors.hasPrefix("bisectty: \(place): is no "))
    }
  }

  @Test func aLinkLeadsNothingOutOfTheRepository() throws {
    try decide("ann", 0, "correct")
    let outside = try folder.write("outside", "mine")
    let reviews = clone("ann") + "/reviews"
    try FileManager.default.createDirectory(
      atPath: reviews, withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: reviews + "/ann.jsonl", withDestinationPath: outside)
    #expect(try sync("ann").status == 0)
    #expect(try String(contentsOfFile: outside, encoding: .utf8) == "mine")
  }
}
