/**
 * The JSON API of resellers, {@code /api/v1}: the same use cases as the Reseller Module's, asked by programs. Start with
 * ApiConfiguration; each part has a controller and the records that it reads and answers.
 */
@NullMarked
package io.rocketbots.onboarding.web.api;

import org.jspecify.annotations.NullMarked;
