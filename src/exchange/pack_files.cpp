#include "exchange/pack_files.hpp"

#include <algorithm>
#include <fstream>
#include <memory>

#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

namespace fs = std::filesystem;

// A folder with more files than this is not a pack's.
constexpr std::size_t max_files = 4000;

std::vector<std::string> file_names_in(fs::path const& folder, std::string const& prefix) {
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator() && names.size() < max_files;
         entry.increment(error)) {
        std::string const name = entry->path().filename().string();
        std::error_code ignored;
        if (name.starts_with('.') || entry->is_directory(ignored)) continue;
        names.push_back(prefix + name);
    }
    return names;
}

}  // namespace

bool PackFiles::has(std::string_view name) const {
    return std::binary_search(names.begin(), names.end(), name);
}

LoadedFile load_file(fs::path const& file, std::size_t limit) {
    std::error_code error;
    // Asked before opening: a pipe would block, a device never end.
    if (!fs::is_regular_file(file, error)) {
        bool const there = fs::exists(fs::symlink_status(file, error));
        return {
            {},
            there ? "this is not a plain file; put a plain file here" : "there is no such file"};
    }
    auto const size = fs::file_size(file, error);
    std::string const too_large = "the file is larger than " +
                                  std::to_string(limit / (1024 * 1024)) +
                                  " MB; split or shorten it";
    if (!error && size > limit) return {{}, too_large};
    std::ifstream in(file, std::ios::binary);
    std::string bytes(error ? 0 : static_cast<std::size_t>(size), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (error || !in) return {{}, "the file cannot be read; check its permissions"};
    return {std::move(bytes), {}};
}

PackFiles folder_files(fs::path const& folder) {
    PackFiles files;
    files.names = file_names_in(folder, "");
    for (std::string const sub : {"media", "tours"}) {
        auto const names = file_names_in(folder / sub, sub + "/");
        files.names.insert(files.names.end(), names.begin(), names.end());
    }
    std::sort(files.names.begin(), files.names.end());
    files.load = [folder](std::string const& name) {
        return load_file(folder / name, max_file_bytes);
    };
    return files;
}

PackFiles memory_files(std::map<std::string, std::string> files) {
    PackFiles result;
    for (auto const& [name, bytes] : files)
        result.names.push_back(name);
    auto const shared = std::make_shared<std::map<std::string, std::string>>(std::move(files));
    result.load = [shared](std::string const& name) -> LoadedFile {
        auto const file = shared->find(name);
        if (file == shared->end()) return {{}, "there is no such file"};
        if (file->second.size() > max_file_bytes)
            return {{}, "the file is larger than 64 MB; split or shorten it"};
        return {file->second, {}};
    };
    return result;
}

}  // namespace exchange
