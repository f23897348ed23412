package org.kaiyuan.platform.notices;

/**
 * A kind of notice that people may choose whether and how to be told of; rooms declare theirs as beans.
 *
 * @param kind the key of the message that is told
 * @param titleKey what people call it, a message key
 */
public record NoticeKind(String kind, String titleKey) {}
