// Ctrl-C and its like (SIGINT, SIGTERM, SIGHUP) for verbs that write a room: either nothing was
// changed, and the program says so, or the work is done and told. Must not know the work. Used by
// those verbs and by main.
#pragma once

namespace shell {

// Thrown when a signal came in time. Nothing was changed; main ends as the signal would have.
struct Interrupted {
    int number = 0;
};

// Nothing is written yet: from here on a signal tells so and ends the program at once.
void end_when_stopped();

// Something is about to be written: signals wait from here to the end of the program, so that no
// result that is in the room goes untold. To be called before any thread that lives on.
void hold_stop_signals();

// Throws Interrupted when a signal waits. Not to be asked once a commit has begun.
void throw_when_stopped();

// Ends the program by that signal, as if it had not been held back: a script's loop ends with it.
int end_by(Interrupted const& interrupted);

}  // namespace shell
