@NullMarked
package io.rocketbots.onboarding.web.contact;

import org.jspecify.annotations.NullMarked;
