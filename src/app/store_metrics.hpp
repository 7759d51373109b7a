#pragma once

#include "storage/files_store.hpp"

#include <string>

namespace crossroads {

/// The store's gauges in Prometheus' text format.
std::string prometheus_text(store_condition const& condition);

}  // namespace crossroads
