/** The Reseller Module, a page of sections. Start with ModulePage; each further section is a {@link io.rocketbots.onboarding.web.reseller.ModuleSection}. */
@NullMarked
package io.rocketbots.onboarding.web.reseller;

import org.jspecify.annotations.NullMarked;
