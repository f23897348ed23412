package org.kaiyuan.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server could not be started; the message is one sentence for the person who starts it. */
public class EmbeddedServerFailed extends RuntimeException {
    public EmbeddedServerFailed(String sentence) {
        super(sentence);
    }

    public EmbeddedServerFailed(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
