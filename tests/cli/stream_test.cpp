// `hypelint stream` as a process: one line in, one line out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace hypelint {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

RunOutcome stream(const std::string& input, std::vector<std::string> arguments = {}) {
  const Workplace place;
  std::vector<std::string> words = {"stream", "--pack", demo_pack()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return place.run({words, input, {}});
}

std::vector<Json> records(const std::string& out) {
  std::vector<Json> read;
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);) read.push_back(Json::parse(line));
  return read;
}

// "demo/cure 2-9" for each finding, in bytes.
std::vector<std::string> places(const Json& record) {
  std::vector<std::string> found;
  for (const Json& finding : record["findings"]) {
    found.push_back(finding["rule"].get<std::string>() + " " + finding["span"]["start"]["byte"].dump() + "-" +
                    finding["span"]["end"]["byte"].dump());
  }
  return found;
}

struct DocumentCase {
  std::string name;
  std::string line;
  std::string id;  // as JSON
  std::vector<std::string> found;
  friend std::ostream& operator<<(std::ostream& out, const DocumentCase& each) { return out << each.name; }
};

class Documents : public testing::TestWithParam<DocumentCase> {};

TEST_P(Documents, GiveOneReport) {
  const RunOutcome outcome = stream(GetParam().line + "\n");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.err, IsEmpty());
  const std::vector<Json> read = records(outcome.out);
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0]["id"].dump(), GetParam().id);
  EXPECT_FALSE(read[0].contains("error")) << outcome.out;
  EXPECT_EQ(places(read[0]), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    All, Documents,
    testing::Values(
        DocumentCase{"text", R"({"id":"a","text":"A miracle."})", R"("a")", {"demo/cure 2-9"}},
        DocumentCase{"members_in_any_order", R"({"text":"A miracle.","id":"a"})", R"("a")", {"demo/cure 2-9"}},
        DocumentCase{"other_members",
                     R"({"u":[{"id":3}],"id":"a","text":"A miracle.","d":{"text":1}})",
                     R"("a")",
                     {"demo/cure 2-9"}},
        DocumentCase{"number", R"({"id":7,"text":"The best."})", "7", {"demo/best 0-8"}},
        DocumentCase{"negative_number", R"({"id":-7,"text":""})", "-7", {}},
        DocumentCase{"base64", R"({"id":"a","text_base64":"QSBtaXJhY2xlLg=="})", R"("a")", {"demo/cure 2-9"}},
        DocumentCase{
            "base64_of_ill_formed_utf8", R"({"id":"a","text_base64":"/yBtaXJhY2xl"})", R"("a")", {"demo/cure 2-9"}},
        DocumentCase{"empty_base64", R"({"id":"a","text_base64":""})", R"("a")", {}},
        DocumentCase{
            "html", R"({"id":"a","text":"<p>A <b>mir</b>acle</p>","format":"html"})", R"("a")", {"demo/cure 8-19"}},
        DocumentCase{"format_by_the_id", R"({"id":"a.html","text":"<p title='miracle'>x</p>"})", R"("a.html")", {}},
        DocumentCase{"format_before_the_id",
                     R"({"id":"a.html","text":"<i> miracle","format":"plain"})",
                     R"("a.html")",
                     {"demo/cure 4-11"}},
        DocumentCase{
            "escaped_nul", "{\"id\":\"\\u0000\",\"text\":\"\\u0000 miracle\"}", R"("\u0000")", {"demo/cure 2-9"}},
        DocumentCase{"half_a_surrogate", R"({"id":"a","text":"\ud800 miracle"})", R"("a")", {"demo/cure 4-11"}},
        DocumentCase{"the_other_half", R"({"id":"a","text":"\uDFff\n miracle"})", R"("a")", {"demo/cure 5-12"}},
        DocumentCase{"both_halves", R"({"id":"a","text":"\uD83d\ude00 miracle"})", R"("a")", {"demo/cure 5-12"}},
        DocumentCase{
            "a_half_and_both", R"({"id":"a","text":"\ud83d\ud83d\ude00 miracle"})", R"("a")", {"demo/cure 8-15"}},
        DocumentCase{
            "no_escape_of_a_surrogate", R"({"id":"a","text":"\\ud800 miracle \\"})", R"("a")", {"demo/cure 7-14"}},
        DocumentCase{"half_a_surrogate_in_the_id", R"({"id":"\udc00","text":""})", "\"\uFFFD\"", {}},
        DocumentCase{"carriage_return", "{\"id\":\"a\",\"text\":\"\"}\r", R"("a")", {}},
        DocumentCase{
            "the_last_of_two_counts", R"({"id":1,"text":"x","text":"The best","id":2})", "2", {"demo/best 0-8"}}),
    [](const auto& each) { return each.param.name; });

struct FaultCase {
  std::string name;
  std::string line;
  std::string id;  // as JSON
  std::string code;
  friend std::ostream& operator<<(std::ostream& out, const FaultCase& each) { return out << each.name; }
};

class Faults : public testing::TestWithParam<FaultCase> {};

TEST_P(Faults, AreRecordsAndTheRunGoesOn) {
  const std::string good = R"({"id":"good","text":"A miracle."})";
  const RunOutcome outcome = stream(good + "\n\n" + GetParam().line + "\n" + good);
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.err, IsEmpty());
  const std::vector<Json> read = records(outcome.out);
  ASSERT_EQ(read.size(), 3U) << outcome.out;
  EXPECT_EQ(read[0], read[2]);
  EXPECT_EQ(places(read[0]).size(), 1U);
  EXPECT_EQ(read[1]["id"].dump(), GetParam().id);
  EXPECT_EQ(read[1]["error"]["code"], GetParam().code) << outcome.out;
  EXPECT_EQ(read[1]["error"]["line"], 3);
  EXPECT_FALSE(read[1]["error"]["message"].get<std::string>().empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, Faults,
    testing::Values(FaultCase{"no_json", "miracle", "null", "json"},
                    FaultCase{"cut_short", R"({"id":"a","text":"A mir)", R"("a")", "json"},
                    FaultCase{"cut_short_in_the_id", R"({"text":"","id":12)", "null", "json"},
                    FaultCase{"cut_short_after_the_id", R"({"text":"","id":12,)", "null", "json"},
                    FaultCase{"half_an_escape", R"({"id":"a","text":"\ud8)", R"("a")", "json"},
                    FaultCase{"two_objects", R"({"id":1,"text":""}{"id":2,"text":""})", "1", "json"},
                    FaultCase{"list", R"([{"id":1,"text":""}])", "null", "json"},
                    FaultCase{"text_alone", R"("text")", "null", "json"},
                    FaultCase{"invalid_utf8", "{\"id\":1,\"text\":\"\xff\xc3\"}", "1", "json"},
                    FaultCase{"nul_in_the_text", std::string("{\"id\":1,\"text\":\"a\0b\"}", 20), "1", "json"},
                    FaultCase{"nul_after_the_object", std::string("{\"id\":1,\"text\":\"\"}\0x", 20), "1", "json"},
                    FaultCase{"deep", std::string(300000, '['), "null", "json"},
                    FaultCase{"number_beyond_all", R"({"id":1e999,"text":""})", "null", "json"},
                    FaultCase{"no_id", R"({"text":"A miracle."})", "null", "id"},
                    FaultCase{"id_of_another_type", R"({"id":["a"],"text":""})", "null", "id"},
                    FaultCase{"id_null", R"({"id":null,"text":""})", "null", "id"},
                    FaultCase{"no_text", R"({"id":"a"})", R"("a")", "text"},
                    FaultCase{"text_of_another_type", R"({"id":"a","text":{"text":"x"}})", R"("a")", "text"},
                    FaultCase{"two_texts", R"({"id":"a","text":"","text_base64":""})", R"("a")", "text"},
                    FaultCase{"no_base64", R"({"id":"a","text_base64":"A miracle"})", R"("a")", "base64"},
                    FaultCase{"base64_without_padding", R"({"id":"a","text_base64":"QQ"})", R"("a")", "base64"},
                    FaultCase{"padding_in_the_middle", R"({"id":"a","text_base64":"QQ==QQ=="})", R"("a")", "base64"},
                    FaultCase{"unknown_format", R"({"id":7,"text":"","format":"md"})", "7", "format"},
                    FaultCase{"format_of_another_type", R"({"id":7,"text":"","format":1})", "7", "format"},
                    FaultCase{"pdf", R"({"id":7,"text":"%PDF-1.7\n"})", "7", "not-text"},
                    FaultCase{"nul_bytes", R"({"id":"a","text_base64":")" + std::string(80, 'A') + "\"}", R"("a")",
                              "not-text"},
                    FaultCase{"lang", R"({"id":7,"text":"","lang":"english language"})", "7", "lang"},
                    FaultCase{"lang_of_another_type", R"({"id":7,"text":"","lang":1})", "7", "lang"}),
    [](const auto& each) { return each.param.name; });

TEST(Stream, AReportIsTheFileOfCheck) {
  const std::string article =
      "A miracle.\n\n<!-- hypelint-disable demo/best: as quoted -->\nIt is the best.\n\nNovel.\n";
  const Workplace place;
  place.write("a.md", article);
  Json expected = Json::parse(place.check({"--format", "json", "a.md"}).out)["files"][0];
  ASSERT_FALSE(expected["findings"].empty());
  expected["id"] = "a.md";
  EXPECT_EQ(records(stream(Json({{"id", "a.md"}, {"text", article}}).dump()).out), std::vector<Json>{expected});
}

TEST(Stream, TakesTheFlagsOfCheck) {
  const std::string line = R"({"id":1,"text":"A miracle. It is the best. A novel way, quietly."})";
  const auto rules = [&](std::vector<std::string> flags) {
    std::string found;
    const std::vector<Json> read = records(stream(line, std::move(flags)).out);
    for (const Json& finding : read.at(0)["findings"]) {
      found += finding["rule"].get<std::string>().substr(5) + " ";
    }
    return found;
  };
  EXPECT_EQ(rules({}), "cure best new ");
  EXPECT_EQ(rules({"--select", "demo/quiet,demo/cure"}), "cure quiet ");
  EXPECT_EQ(rules({"--ignore", "demo/cure"}), "best new ");
  EXPECT_EQ(rules({"--min-severity", "warning"}), "cure best ");
  EXPECT_EQ(rules({"--min-confidence", "medium"}), "cure best ");
}

struct LanguageCase {
  const char* given;
  const char* language;
};

TEST(Stream, TheLanguageGivenReplacesTheOneSeen) {
  for (const auto& [given, language] :
       {LanguageCase{"PL-pl", "pl"}, LanguageCase{"eng", "en"}, LanguageCase{"chi_Hant", "zh"},
        LanguageCase{"Polish", "pl"}, LanguageCase{"tlh", "tlh"}, LanguageCase{"klingon", "klingon"},
        LanguageCase{"und", "zh"}, LanguageCase{"UND-Latn", "zh"}}) {
    const std::string line = Json({{"id", 1}, {"text", "立即咨询专家。"}, {"lang", given}}).dump();
    EXPECT_EQ(records(stream(line).out).at(0)["language"], language) << given;
  }
}

TEST(Stream, UsageAndPacksAreErrorsOfTheRun) {
  const Workplace place;
  for (const std::vector<std::string>& words : {std::vector<std::string>{"stream", "--pack", "nowhere"},
                                                {"stream", "--no-such-flag"},
                                                {"stream", "file.md"},
                                                {"stream", "--pack", demo_pack(), "--select", "demo/nothing"},
                                                {"stream", "--fail-on", "error"}}) {
    const RunOutcome outcome = place.run({words, "{\"id\":1,\"text\":\"\"}\n", {}});
    EXPECT_EQ(outcome.code, 2) << words.back();
    EXPECT_THAT(outcome.out, IsEmpty());
    EXPECT_THAT(outcome.err, HasSubstr("hypelint: error: "));
  }
}

TEST(Stream, RefusesABaselineInsteadOfPassingItOver) {
  const Workplace place;
  place.write("hypelint.toml", "baseline = \"known.jsonl\"\n");
  const RunOutcome outcome = place.run({{"stream", "--pack", demo_pack()}, "{\"id\":1,\"text\":\"\"}\n", {}});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("hypelint.toml: `stream` takes no baseline"));
  EXPECT_EQ(place.run({{"stream", "--no-config", "--pack", demo_pack()}, "{\"id\":1,\"text\":\"\"}\n", {}}).code, 0);
}

TEST(Stream, SaysWhichConfigurationGoverns) {
  const Workplace place;
  const std::string help = place.run({{"stream", "--help"}, "", {}}).out;
  EXPECT_THAT(help, Not(HasSubstr("each file")));
  EXPECT_THAT(help, HasSubstr("One configuration governs all documents"));
}

TEST(Stream, NothingInNothingOut) {
  for (const std::string input : {"", "\n", " \t\r\n\n"}) {
    const RunOutcome outcome = stream(input);
    EXPECT_EQ(outcome.code, 0);
    EXPECT_THAT(outcome.out, IsEmpty());
  }
}

// Long and short documents in turn, so that threads finish out of turn.
TEST(Stream, ThreadsKeepTheOrder) {
  std::string input;
  for (int i = 0; i < 400; ++i) {
    std::string text;
    for (int words = i % 7 == 0 ? 300 : 1; words > 0; --words) text += "A miracle. ";
    input += i % 50 == 9 ? "broken\n" : Json({{"id", i}, {"text", text}}).dump() + "\n";
  }
  const RunOutcome one = stream(input);
  const std::vector<Json> read = records(one.out);
  ASSERT_EQ(read.size(), 400U);
  for (std::size_t i = 0; i < read.size(); ++i) EXPECT_EQ(read[i]["id"], i % 50 == 9 ? Json() : Json(i));
  for (const char* jobs : {"2", "5"}) EXPECT_EQ(stream(input, {"--jobs", jobs}).out, one.out) << jobs;
}

TEST(Stream, ALongLineIsADocument) {
  std::string text;
  while (text.size() < 5'000'000) text += "Plain words without any claim at all. ";
  text += "A miracle.";
  const std::vector<Json> read = records(stream(Json({{"id", 1}, {"lang", "en"}, {"text", text}}).dump()).out);
  ASSERT_EQ(read.size(), 1U);
  ASSERT_EQ(places(read[0]).size(), 1U);
  EXPECT_EQ(read[0]["findings"][0]["span"]["start"]["byte"], text.size() - 8);
}

TEST(Stream, ALineBeyondTheLimitIsAnError) {
  const std::size_t limit = std::size_t{64} * 1024 * 1024;
  const std::string frame = R"({"id":1,"format":"html","text":"<!--"})";
  const auto line = [&](std::size_t size) {
    std::string text = frame;
    return text.insert(frame.size() - 2, size - frame.size(), ' ') + "\n";
  };
  const std::vector<Json> read = records(stream(line(limit) + line(limit + 1) + R"({"id":2,"text":"A miracle"})").out);
  ASSERT_EQ(read.size(), 3U);
  EXPECT_FALSE(read[0].contains("error"));
  EXPECT_EQ(read[1]["error"]["code"], "too-long");
  EXPECT_EQ(read[1]["id"], 1);
  EXPECT_EQ(read[1]["error"]["line"], 2);
  EXPECT_EQ(places(read[2]).size(), 1U);
}

// A process that is talked to over pipes.
class Talk {
 public:
  explicit Talk(const std::string& jobs) {
    int down[2];
    int up[2];
    if (pipe2(down, O_CLOEXEC) != 0 || pipe2(up, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    const std::string pack = demo_pack();
    child_ = fork();
    if (child_ == 0) {
      dup2(down[0], STDIN_FILENO);
      dup2(up[1], STDOUT_FILENO);
      execl(HYPELINT_PROGRAM, HYPELINT_PROGRAM, "stream", "--pack", pack.c_str(), "--jobs", jobs.c_str(), nullptr);
      _exit(127);
    }
    close(down[0]);
    close(up[1]);
    to_ = fdopen(down[1], "w");
    from_ = fdopen(up[0], "r");
  }
  ~Talk() {
    hang_up();
    stop_listening();
    if (child_ > 0) wait();
  }
  Talk(const Talk&) = delete;
  Talk& operator=(const Talk&) = delete;

  void say(const std::string& text) const {
    std::fputs(text.c_str(), to_);
    std::fflush(to_);
  }
  [[nodiscard]] std::string hear() const {
    std::string line;
    for (int c = std::fgetc(from_); c != EOF && c != '\n'; c = std::fgetc(from_)) line += static_cast<char>(c);
    return line;
  }
  void hang_up() {
    if (to_ != nullptr) std::fclose(to_);
    to_ = nullptr;
  }
  void stop_listening() {
    if (from_ != nullptr) std::fclose(from_);
    from_ = nullptr;
  }
  int wait() {
    int status = 0;
    waitpid(child_, &status, 0);
    child_ = -1;
    return status;
  }

 private:
  pid_t child_ = -1;
  std::FILE* to_ = nullptr;
  std::FILE* from_ = nullptr;
};

TEST(Stream, AnswersBeforeTheNextQuestion) {
  for (const char* jobs : {"1", "3"}) {
    Talk talk(jobs);
    for (int i = 0; i < 20; ++i) {
      talk.say("{\"id\":" + std::to_string(i) + ",\"text\":\"A miracle\"}\n");
      ASSERT_EQ(Json::parse(talk.hear())["id"], i);
    }
    talk.hang_up();
    EXPECT_EQ(talk.hear(), "");
    EXPECT_EQ(talk.wait(), 0);
  }
}

TEST(Stream, EndsQuietlyWhenNobodyListens) {
  for (const char* jobs : {"1", "3"}) {
    Talk talk(jobs);
    talk.say("{\"id\":1,\"text\":\"\"}\n");
    static_cast<void>(talk.hear());
    talk.stop_listening();
    talk.say("{\"id\":2,\"text\":\"\"}\n");
    const int status = talk.wait();
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE) << status;
  }
}

TEST(Stream, AFullDiskEndsTheRun) {
  if (access("/dev/full", W_OK) != 0) GTEST_SKIP() << "no /dev/full";
  const std::string command = "printf '{\"id\":1,\"text\":\"\"}\\n' | '" HYPELINT_PROGRAM "' stream --jobs 2 --pack '" +
                              demo_pack() + "' >/dev/full 2>/dev/null";
  EXPECT_EQ(WEXITSTATUS(std::system(command.c_str())), 70);
}

}  // namespace
}  // namespace hypelint
