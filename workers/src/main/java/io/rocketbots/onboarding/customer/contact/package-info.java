/**
 * The contacts of a Space: kept inside its limit, found fast among a million, added by hand or from a CSV file. Start with
 * {@link io.rocketbots.onboarding.customer.contact.Contact}.
 */
@NullMarked
package io.rocketbots.onboarding.customer.contact;

import org.jspecify.annotations.NullMarked;
