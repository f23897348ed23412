package org.kaiyuan.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.storage.FileStore;
import org.kaiyuan.platform.files.storage.StorageKey;

/** Pieces one after another, opened when their turn comes; it ends only when the whole is what the sender said. */
final class WholeOfPieces extends InputStream {
    private final FileStore store;
    private final PiecewiseTable.Row upload;
    private final Iterator<StorageKey> pieces;
    private final MessageDigest digest = Checksums.sha256();
    private @Nullable InputStream current;
    private boolean ended;

    WholeOfPieces(FileStore store, PiecewiseTable.Row upload) {
        this.store = store;
        this.upload = upload;
        this.pieces = upload.pieces().iterator();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws FileRefused at the end, when it is not what the sender said */
    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        while (!ended) {
            var piece = current;
            if (piece == null) {
                if (!pieces.hasNext()) {
                    ended = true;
                    refuseAnother();
                    return -1;
                }
                piece = store.open(pieces.next());
                current = piece;
            }
            int read = piece.read(into, from, most);
            if (read > 0) {
                digest.update(into, from, read);
                return read;
            }
            piece.close();
            current = null;
        }
        return -1;
    }

    private void refuseAnother() {
        var said = upload.sha256();
        if (said != null && !said.equals(HexFormat.of().formatHex(digest.digest()))) {
            throw new FileRefused("files.refusal.checksum", upload.name());
        }
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
