package io.rocketbots.onboarding.local.engine;

import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The engine's log on disk. What was appended is on the disk before anybody is told of it, so that neither {@code kill -9}
 * nor a power failure takes back what was answered. It consists of {@linkplain Segment segments}, of which the oldest are
 * deleted once the engine needs them no more.
 */
final class DiskLog implements LogStorage, AutoCloseable {

    private static final long SEGMENT_SIZE = 8L * 1024 * 1024;
    private static final int BUFFER_SIZE = 64 * 1024;

    private final Path directory;
    private final long segmentSize;
    private final Deque<Segment> segments = new ArrayDeque<>();
    // By the position of their first record.
    private final ConcurrentSkipListMap<Long, Segment.Block> blocks = new ConcurrentSkipListMap<>();
    private final Set<CommitListener> listeners = new CopyOnWriteArraySet<>();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_SIZE);

    private DiskLog(Path directory, long segmentSize) {
        this.directory = directory;
        this.segmentSize = segmentSize;
    }

    static DiskLog open(Path directory) {
        return open(directory, SEGMENT_SIZE);
    }

    /** Opens what is in the directory; what cannot be trusted is an {@link EngineFilesBroken}. */
    static DiskLog open(Path directory, long segmentSize) {
        DiskLog log = new DiskLog(directory, segmentSize);
        try {
            Files.createDirectories(directory);
            log.readSegments();
            return log;
        } catch (IOException e) {
            log.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private void readSegments() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(file -> file.toString().endsWith(Segment.SUFFIX))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            boolean last = file.equals(files.getLast());
            if (last && Segment.isEmpty(file)) {
                // Made in the moment of the power failure.
                Files.delete(file);
            } else {
                segments.add(Segment.open(file, last, this::add));
            }
        }
    }

    private void add(Segment.Block block) {
        Map.Entry<Long, Segment.Block> before = blocks.lastEntry();
        if (before != null && before.getValue().highest() + 1 != block.lowest()) {
            throw new EngineFilesBroken(block.segment().file() + " goes on at record " + block.lowest()
                    + ", but the one before is record " + before.getValue().highest() + ".");
        }
        blocks.put(block.lowest(), block);
    }

    /** The position of the first record there is, or 0 when there is none. */
    long first() {
        Map.Entry<Long, Segment.Block> first = blocks.firstEntry();
        return first == null ? 0 : first.getKey();
    }

    /** The position of the last record there is, or 0 when there is none. */
    long last() {
        Map.Entry<Long, Segment.Block> last = blocks.lastEntry();
        return last == null ? 0 : last.getValue().highest();
    }

    /** Fails when something could not be written; an engine that is opened again goes on with what was. */
    CompletableFuture<Void> failure() {
        return failure;
    }

    /** Whether there are segments to {@linkplain #deleteBefore delete} at that position. */
    synchronized boolean hasSegmentBefore(long position) {
        return segments.size() > 1 && lastOf(segments.getFirst()) < position;
    }

    private long lastOf(Segment segment) {
        return blocks.values().stream()
                .takeWhile(block -> block.segment().equals(segment))
                .mapToLong(Segment.Block::highest)
                .max()
                .orElse(Long.MAX_VALUE);
    }

    @Override
    public synchronized void append(long lowest, long highest, BufferWriter writer, AppendListener listener) {
        int length = Segment.HEADER + writer.getLength();
        if (buffer.capacity() < length) {
            buffer = ByteBuffer.allocateDirect(Integer.highestOneBit(length) << 1);
        }
        writer.write(new UnsafeBuffer(buffer), Segment.HEADER);
        buffer.position(0).limit(length);
        Segment.seal(buffer, lowest, highest);
        try {
            Segment.Block block = writable(lowest).append(buffer, lowest, highest);
            blocks.put(lowest, block);
        } catch (IOException e) {
            UncheckedIOException fault = new UncheckedIOException(e);
            failure.completeExceptionally(fault);
            throw fault;
        } finally {
            buffer.clear();
        }
        listener.onWrite(highest, highest);
        listener.onCommit(highest, highest);
        listeners.forEach(CommitListener::onCommit);
    }

    private Segment writable(long lowest) throws IOException {
        Segment last = segments.peekLast();
        if (last == null || last.size() >= segmentSize) {
            last = Segment.create(directory, lowest);
            segments.addLast(last);
        }
        return last;
    }

    /** Deletes the segments that hold nothing from that position on; never the one that is written to. */
    synchronized void deleteBefore(long position) {
        try {
            while (hasSegmentBefore(position)) {
                Segment oldest = segments.removeFirst();
                blocks.headMap(lastOf(oldest), true).clear();
                oldest.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void addCommitListener(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeCommitListener(CommitListener listener) {
        listeners.remove(listener);
    }

    @Override
    public LogStorageReader newReader() {
        return new Reader();
    }

    @Override
    public synchronized void close() {
        try {
            for (Segment segment : segments) {
                segment.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Reader implements LogStorageReader {

        // What comes next begins here or later.
        private long next = Long.MIN_VALUE;

        @Override
        public void seek(long position) {
            Long at = blocks.floorKey(position);
            next = at == null ? Long.MIN_VALUE : at;
        }

        @Override
        public boolean hasNext() {
            return blocks.ceilingEntry(next) != null;
        }

        @Override
        public DirectBuffer next() {
            while (true) {
                Map.Entry<Long, Segment.Block> entry = blocks.ceilingEntry(next);
                if (entry == null) {
                    throw new NoSuchElementException();
                }
                Segment.Block block = entry.getValue();
                try {
                    DirectBuffer payload = new UnsafeBuffer(block.segment().read(block));
                    next = block.highest() + 1;
                    return payload;
                } catch (ClosedChannelException e) {
                    // Deleted in this moment, or all of the log is closed.
                    if (block.equals(blocks.get(block.lowest()))) {
                        throw new UncheckedIOException(e);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public void close() {
            // Keeps nothing open.
        }
    }
}
