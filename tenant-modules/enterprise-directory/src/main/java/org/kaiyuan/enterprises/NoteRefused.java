package org.kaiyuan.enterprises;

import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;

/** 「备注应为 1 至 {0} 个字…」 */
public final class NoteRefused extends Refusal {
    public NoteRefused(int longest) {
        super("enterprises.refusal.note", longest);
    }

    @Override
    public List<FieldFault> fields() {
        return List.of(
                new FieldFault("text", messageKey(), List.of(String.valueOf(arguments()[0]))));
    }
}
