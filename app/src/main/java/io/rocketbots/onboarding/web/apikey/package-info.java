/** The section API Keys of the Reseller Module. Start with ApiKeyController. */
@NullMarked
package io.rocketbots.onboarding.web.apikey;

import org.jspecify.annotations.NullMarked;
