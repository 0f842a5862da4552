/**
 * The section Custom Domain Name of the Reseller Module, the page for whoever looks after the DNS, and the proxy's question
 * whether a name may have a certificate. Start with {@link io.rocketbots.onboarding.web.domain.CustomDomainView}.
 */
@NullMarked
package io.rocketbots.onboarding.web.domain;

import org.jspecify.annotations.NullMarked;
