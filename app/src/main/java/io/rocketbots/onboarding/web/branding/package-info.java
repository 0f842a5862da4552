/** Serves logos and colours of resellers and dresses every page in them. Start with BrandFrame. */
@NullMarked
package io.rocketbots.onboarding.web.branding;

import org.jspecify.annotations.NullMarked;
