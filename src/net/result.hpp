#pragma once

#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>

namespace crossroads {

using boost::system::error_code;

template <class T>
using result = boost::system::result<T>;

}  // namespace crossroads
