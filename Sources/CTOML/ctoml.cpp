// No exception may cross into Swift; toml++ gives its failures as values then.
#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 32
// Its assertions hit before its own error handling where a key is missing, as in `{ , }`: a failure is told then.
#define TOML_ASSERT(expression) static_cast<void>(0)
#include <toml++/toml.h>

#include <cstring>

#include "ctoml.h"

namespace {

struct Walk {
  void *context;
  ctoml_visitor visit;

  void tell(int kind, const toml::key *key, const toml::node &node, std::string_view text = {},
            int64_t integer = 0, bool is_inline = false) const {
    const toml::source_position place = key ? key->source().begin : node.source().begin;
    const ctoml_node told = {kind, key ? key->data() : nullptr, key ? key->length() : 0,
                             text.data(), text.size(), integer,
                             place.line, place.column, is_inline};
    visit(context, &told);
  }

  void walk(const toml::key *key, const toml::node &node) const {
    if (const toml::table *table = node.as_table()) {
      tell(ctoml_table_begins, key, node, {}, 0, table->is_inline());
      for (auto &&[name, value] : *table) walk(&name, value);
      tell(ctoml_table_ends, key, node);
    } else if (const toml::array *array = node.as_array()) {
      tell(ctoml_array_begins, key, node);
      for (const toml::node &value : *array) walk(nullptr, value);
      tell(ctoml_array_ends, key, node);
    } else if (const auto *text = node.as_string()) {
      tell(ctoml_string, key, node, text->get());
    } else if (const auto *number = node.as_integer()) {
      tell(ctoml_integer, key, node, {}, number->get());
    } else if (const auto *truth = node.as_boolean()) {
      tell(ctoml_boolean, key, node, {}, truth->get() ? 1 : 0);
    } else {
      tell(node.is_floating_point() ? ctoml_fraction : ctoml_date, key, node);
    }
  }
};

}  // namespace

extern "C" bool ctoml_read(const char *text, size_t length, void *context, ctoml_visitor visit,
                           ctoml_failure *failure) {
  const toml::parse_result result = toml::parse(std::string_view(text, length));
  if (!result) {
    failure->line = result.error().source().begin.line;
    const std::string_view words = result.error().description();
    const size_t count = std::min(words.size(), sizeof failure->message - 1);
    std::memcpy(failure->message, words.data(), count);
    failure->message[count] = 0;
    return false;
  }
  Walk{context, visit}.walk(nullptr, result.table());
  return true;
}
