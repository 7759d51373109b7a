#pragma once

#include "decision/answers.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace crossroads {

/// Answers as `evaluate` takes them, of one person about one product.
using product_answers = nlohmann::json;

/// Coherent products whose outcome is the one named.
product_answers polish_product();
product_answers hardening_product();
product_answers partial_product();
product_answers full_product();
product_answers unproved_product();

std::vector<product_answers> all_products();

/// A sheet of one person with these answers after a JSON merge patch: null leaves a question unanswered.
answer_sheet solo(product_answers const& answers, std::string const& patch = "{}");

struct voice {
    std::string hat;
    std::string patch;
};

/// A sheet of several people, who all start from the same answers.
answer_sheet team(product_answers const& answers, std::vector<voice> const& voices);

}  // namespace crossroads
