// The options of `matrix` and of `export --matrix`: forms, separators, lanes mapped by hand. Must
// not know what the verbs do. Used by options.
#pragma once

#include "shell/options.hpp"

namespace CLI {
class App;
}

namespace shell {

void add_matrix_options(CLI::App& verb, MatrixOptions& options);
// Adds --journey and --matrix, which need each other.
void add_matrix_export(CLI::App& verb, ExportOptions& options);

}  // namespace shell
