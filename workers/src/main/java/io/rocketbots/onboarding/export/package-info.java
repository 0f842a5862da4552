/** All data of one reseller, to take along. Start with {@link io.rocketbots.onboarding.export.ResellerExport}. */
@NullMarked
package io.rocketbots.onboarding.export;

import org.jspecify.annotations.NullMarked;
