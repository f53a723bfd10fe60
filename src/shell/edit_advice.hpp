// What a script of edits would rather have said: the nearest keys, the links that there are. Must
// not know files or the store. Used by the verb edit.
#pragma once

#include <string>

#include "model/edit.hpp"

namespace shell {

// ` (the nearest are crm "CRM", ...)`; empty where the problem says it all.
std::string edit_advice(model::Room const& room, model::Edit const& edit,
                        std::string const& member);

}  // namespace shell
