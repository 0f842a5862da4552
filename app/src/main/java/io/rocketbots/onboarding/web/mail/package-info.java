/** The mail program of local mode. Start with LocalMailController. */
@NullMarked
package io.rocketbots.onboarding.web.mail;

import org.jspecify.annotations.NullMarked;
