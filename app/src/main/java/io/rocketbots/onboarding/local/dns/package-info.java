/**
 * The DNS of local mode: a real name server on a loopback port that answers from records edited on a page, so that the
 * wait for a CNAME record can be seen passing with no domain at hand. Start with
 * {@link io.rocketbots.onboarding.local.dns.LocalZones}.
 */
@NullMarked
package io.rocketbots.onboarding.local.dns;

import org.jspecify.annotations.NullMarked;
