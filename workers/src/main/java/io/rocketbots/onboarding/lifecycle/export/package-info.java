/** All data of one reseller, to take along. Start with {@link io.rocketbots.onboarding.lifecycle.export.ResellerExport}. */
@NullMarked
package io.rocketbots.onboarding.lifecycle.export;

import org.jspecify.annotations.NullMarked;
