package io.rocketbots.onboarding.web.reseller;

import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import org.springframework.ui.Model;

/** A section of the Reseller Module that another feature fills in; every bean of this type is asked. */
public interface ModuleSection {

    /** Adds what the section's template needs, unless a controller that answers a faulty form has added it already. */
    void fill(Reseller reseller, Platform platform, Model model);
}
