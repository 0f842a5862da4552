/**
 * Mails are rows first: use cases queue them, one dispatcher renders and sends them. Start with {@link
 * io.rocketbots.onboarding.kernel.mail.Mails}; {@link io.rocketbots.onboarding.kernel.mail.MailTemplate} lists every mail.
 */
@NullMarked
package io.rocketbots.onboarding.kernel.mail;

import org.jspecify.annotations.NullMarked;
