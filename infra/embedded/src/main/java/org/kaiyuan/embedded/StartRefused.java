package org.kaiyuan.embedded;

import org.jspecify.annotations.Nullable;

/** Kaiyuan cannot start like this; the message is one sentence for the person who starts it. */
public class StartRefused extends RuntimeException {
    public StartRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
