package io.rocketbots.onboarding.reseller;

import io.rocketbots.onboarding.account.AccountId;
import java.time.Instant;

/** Somebody of the reseller's own company who has its Reseller Module. */
public record ResellerMember(AccountId accountId, Instant joinedAt) {}
