/** What people see while a reseller's platform is closed for now. Start with ClosedPlatformPage and ReadOnlyModule. */
@NullMarked
package io.rocketbots.onboarding.web.suspension;

import org.jspecify.annotations.NullMarked;
