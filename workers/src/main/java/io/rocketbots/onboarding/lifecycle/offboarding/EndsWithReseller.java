package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.tenancy.reseller.Reseller;

/** Something of a feature that ends for good when a reseller has left; every bean of this type is asked. */
public interface EndsWithReseller {

    /** In the transaction that closes the reseller; doing it twice is doing it once. */
    void end(Reseller reseller);
}
