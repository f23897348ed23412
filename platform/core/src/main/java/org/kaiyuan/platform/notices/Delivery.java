package org.kaiyuan.platform.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook was or is to be told.
 *
 * @param status that the other side answered; null where it answered nothing
 * @param response the beginning of what it answered, or why it was not reached
 */
public record Delivery(
        UUID id,
        UUID webhookId,
        String kind,
        String payload,
        DeliveryState state,
        int attempts,
        @Nullable Integer status,
        @Nullable String response,
        Instant createdAt,
        @Nullable Instant triedAt) {}
