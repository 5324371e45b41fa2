// SPDX-License-Identifier: MIT
#pragma once

namespace subs {

/// A format whose reader tells itself (`Parsed::unread`) where texts stand that no ninth of the
/// picture says: the margins of its documents' styles are the same once more.
class PlaceTeller {
public:
    PlaceTeller() = default;
    PlaceTeller(const PlaceTeller&) = delete;
    PlaceTeller& operator=(const PlaceTeller&) = delete;
    virtual ~PlaceTeller() = default;
};

}  // namespace subs
