/**
 * How mails leave the application, and in local mode where they end up. Start with {@link
 * io.rocketbots.onboarding.smtp.SmtpMailer}.
 */
@NullMarked
package io.rocketbots.onboarding.smtp;

import org.jspecify.annotations.NullMarked;
