package io.rocketbots.onboarding.tenancy.reseller;

import io.rocketbots.onboarding.kernel.id.AccountId;
import java.time.Instant;

/** Somebody of the reseller's own company who has its Reseller Module. */
public record ResellerMember(AccountId accountId, Instant joinedAt) {}
