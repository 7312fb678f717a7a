import Kernel
import Testing

@Suite struct NearestTagTests {
  @Test func readsWhatGitPrints() {
    #expect(
      NearestTag(nameRevision: "tags/v5.6-rc1~12^2~3")
        == NearestTag(tag: "v5.6-rc1", steps: "~12^2~3"))
    #expect(NearestTag(nameRevision: "tags/v5.6^0") == NearestTag(tag: "v5.6"))
    #expect(NearestTag(nameRevision: "tags/v5.6^0")?.isExact == true)
    #expect(NearestTag(nameRevision: "v5.6~1")?.text == "v5.6~1")
    #expect(NearestTag(nameRevision: "undefined") == nil)
    #expect(NearestTag(nameRevision: "") == nil)
  }
}
