package org.kaiyuan.platform.notices;

/**
 * Something that happens and that another system may be told; rooms declare theirs as beans and tell them
 * through {@link WebhookOutbox}.
 *
 * @param kind such as {@code enterprises.changed}: other systems build on it, so it never changes
 * @param titleKey what people call it, a message key
 */
public record WebhookKind(String kind, String titleKey) {}
