/** A company that resells the platform: from the account made for it to live. Start with Reseller. */
@NullMarked
package io.rocketbots.onboarding.tenancy.reseller;

import org.jspecify.annotations.NullMarked;
