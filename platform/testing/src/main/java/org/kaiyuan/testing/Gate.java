package org.kaiyuan.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before a real server and lets bytes through, keeps them waiting or sends everyone away: how a server
 * looks that runs, hangs or is down.
 */
public final class Gate implements AutoCloseable {
    private enum State {
        OPEN,
        HANGING,
        DOWN
    }

    private final ServerSocket entrance;
    private final URI behind;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private State state = State.OPEN;

    /** @param behind the server, by {@code http://host:port} */
    public Gate(URI behind) {
        this.behind = behind;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::welcome);
    }

    public String url() {
        return "http://127.0.0.1:" + entrance.getLocalPort();
    }

    public void open() {
        become(State.OPEN);
    }

    /** Connections stand, nothing is answered. */
    public void hang() {
        become(State.HANGING);
    }

    /** Connections break, new ones too. */
    public void down() {
        become(State.DOWN);
        sockets.forEach(Gate::shut);
        sockets.clear();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        down();
    }

    private synchronized void become(State next) {
        state = next;
        notifyAll();
    }

    /** Waits while everything hangs. */
    private synchronized boolean mayPass() throws InterruptedException {
        while (state == State.HANGING) {
            wait();
        }
        return state == State.OPEN;
    }

    private void welcome() {
        while (!entrance.isClosed()) {
            try {
                var visitor = entrance.accept();
                Thread.ofVirtual().start(() -> lead(visitor));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void lead(Socket visitor) {
        sockets.add(visitor);
        try {
            if (!mayPass()) {
                shut(visitor);
                return;
            }
            var server = new Socket(behind.getHost(), behind.getPort());
            sockets.add(server);
            Thread.ofVirtual().start(() -> carry(server, visitor));
            carry(visitor, server);
        } catch (IOException e) {
            shut(visitor);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(Socket from, Socket to) {
        var bytes = new byte[16_384];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0 && mayPass(); read = in.read(bytes)) {
                out.write(bytes, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // one side is gone; both are closed
            sockets.remove(from);
            sockets.remove(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
