package org.kaiyuan.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * A kind of record that has a history; each room declares its own as beans, so that the trail can be read
 * by people.
 *
 * @param kind such as {@code enterprises.enterprise}
 * @param titleKey what people call it, a message key
 * @param actPrefix before an act's name it is the message key of the act
 * @param fieldPrefix before a field's name it is the message key of the field
 * @param path before a record's id it is the path of its page; null where there is none
 */
public record RecordKind(
        String kind,
        String titleKey,
        String actPrefix,
        String fieldPrefix,
        @Nullable String path) {}
