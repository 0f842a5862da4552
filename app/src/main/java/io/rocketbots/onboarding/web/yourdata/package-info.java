/** The section Your Data of the Reseller Module: take the data along, close the account, leave. Start with YourDataController. */
@NullMarked
package io.rocketbots.onboarding.web.yourdata;

import org.jspecify.annotations.NullMarked;
