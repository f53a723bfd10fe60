#include "storage/columns.hpp"

namespace storage {

std::vector<std::vector<std::string>> load_text_lists(Database& database, std::string_view sql,
                                                      std::size_t owners) {
    return load_lists<std::string>(database, sql, owners,
                                   [](Columns& columns) { return columns.text(); });
}

void save_texts(Statement& insert, std::size_t owner, std::vector<std::string> const& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i)
        insert.run(owner, i, texts[i]);
}

}  // namespace storage
