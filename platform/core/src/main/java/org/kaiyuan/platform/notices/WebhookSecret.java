package org.kaiyuan.platform.notices;

import java.util.UUID;

/**
 * The secret that deliveries are signed with, told once.
 *
 * @param secret for HMAC-SHA-256, as text
 */
public record WebhookSecret(UUID id, String secret) {}
